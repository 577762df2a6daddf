/** What came in: the left side of the equation. */
export const sources = ['received', 'corrected'] as const;
/** Where it is: the right side. Every unit is in exactly one of these places at any instant. */
export const places = ['stock', 'drawn', 'packed', 'in-transit', 'handed-over', 'damaged', 'destroyed', 'lost'] as const;

export const terms = [...sources, ...places] as const;
export type Term = (typeof terms)[number];

export const isSource = (term: Term): boolean => sources.some((source) => source === term);
