/** Ids that the specs of the slices share. */
export const person = '018c2207-0000-7000-8000-0000000000e1';
export const post = '018c2207-0000-7000-8000-0000000000b1';
export const hold = '018c2207-0000-7000-8000-0000000000d1';
