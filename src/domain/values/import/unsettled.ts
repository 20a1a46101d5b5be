/** Stands before a text that nobody has settled yet, where an indicator or a dimension is named; no code of either begins so. */
export const unsettled = '?';
