/**
 * How much a SPOT group should be able to choose from. A pool is an instance type in a zone.
 * The EC2 User Guide's rule of thumb for SPOT (chapter on EC2 Fleet of type instant, read 2026-11-21) is ten instance types and all
 * zones. That is a goal; ten pools are the least that is not warned of here.
 */
export const leastSpotPools = 10;
