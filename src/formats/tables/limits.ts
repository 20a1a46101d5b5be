/** How much of a file is taken on; more is refused before it is unpacked. */
export const tableLimits = {
  /** Of the file as it was sent. */
  maximumBytes: 50 * 1024 * 1024,
  /** Of a workbook's parts together, once unpacked. */
  maximumUnpackedBytes: 256 * 1024 * 1024,
  /** Unpacked to packed; real workbooks stay under 60, and only large ones are judged. */
  maximumRatio: 150,
  ratioCountsFromBytes: 32 * 1024 * 1024,
  maximumRows: 500_000,
  maximumColumns: 500,
  maximumCells: 2_000_000,
  /** What is larger is read in a thread of its own, with so much memory and time. */
  apartFromBytes: 1024 * 1024,
  apartFromUnpackedBytes: 256 * 1024,
  apartMegabytes: 1536,
  apartMilliseconds: 60_000,
} as const;
