/** Defined by `--use` in the build that the bench compares with, undefined in what ships. */
declare const WITHOUT_STATISTICS: i32;
