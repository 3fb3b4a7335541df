/** The compiler's standard input of one contract in src, as block explorers take it. */
export function standardJson(contract: string): Record<string, unknown>
