/**
 * How much a SPOT group should be able to choose from. A pool is an instance type in a zone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html, read 2026-11-21: ten instance types and all
 * zones. That is a goal; ten pools are the least that is not warned of here.
 */
export const leastSpotPools = 10;
