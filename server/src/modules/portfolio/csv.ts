const mustQuote = /[",\r\n]/
// A cell that begins so is a formula to a spreadsheet.
const formula = /^[=+\-@\t\r]/
const number = /^-?\d+(\.\d+)?$/

function cell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: a header and rows, each ended by CRLF. */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
