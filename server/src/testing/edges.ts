/** Instants, numbers and names at and past the bounds of what a column or a calendar holds. */
export const edgeInstants: readonly string[] = [
  '2026-02-30T00:00:00.000000Z',
  '2025-02-29T12:00:00.000000Z',
  '0000-01-01T00:00:00.000000Z',
  '0001-01-01T00:00:00.000000Z',
  '1970-01-01T00:00:00.000000Z',
  '2024-02-29T23:59:59.999999Z',
  '2026-06-31T00:00:00.000000Z',
  '2026-01-01T24:00:00.000000Z',
  '2026-01-01T23:59:60.000000Z',
  '9999-12-31T23:59:59.999999Z',
]
const around = (bound: bigint): bigint[] => [bound - 1n, bound, bound + 1n]
export const edgeNumbers: readonly string[] = [
  ...[0n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n, 2n ** 64n, 2n ** 128n, 2n ** 256n].flatMap(around).map(String),
  ...['-9223372036854775809', '-2147483649', '00', '01', '9'.repeat(77), '9'.repeat(78), '9'.repeat(79)],
]
const edgeIds: readonly string[] = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  `0x${'f'.repeat(40)}`,
  `0x${'0'.repeat(64)}`,
  '0',
  '2147483648',
  '9999999999',
]

/** The insides of cursors as our lists write them, with parts that stand at and past every bound. */
export const forgedCursors: readonly string[] = [
  ...[...edgeInstants, ...edgeNumbers].flatMap((first) => edgeIds.map((second) => `${first}_${second}`)),
  ...edgeNumbers,
]
