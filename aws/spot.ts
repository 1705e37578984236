/**
 * How much a SPOT group should be able to choose from. A pool is an instance type in a zone.
 * The EC2 User Guide's rule of thumb for SPOT (chapter on EC2 Fleet of type instant, read 2026-11-21) is ten instance types and all
 * zones. That is a goal; ten pools are the least that is not warned of here.
 */
export const leastSpotPools = 10;

/**
 * How far SPOT prices are below those on demand. They move: an assumption for a range, never a figure.
 * Source: domain/data/prices.json, `spot`, read 2026-11-22.
 */
export const assumedSpotDiscount = { least: 0.6, most: 0.9 } as const;
