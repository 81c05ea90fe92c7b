/**
 * Where the numbers of one scale stand in the output of `scoreInto`: scale s occupies FIELDS numbers from s × FIELDS on.
 * Inside this array, and only there, NaN means «insufficient» or «no norm»; `score` turns it into values and nulls.
 */
export const ANSWERED = 0;
export const RAW = 1;
export const MEAN = 2;
export const PROPORTION = 3;
export const T = 4;
export const STANINE = 5;
export const FIELDS = 6;
