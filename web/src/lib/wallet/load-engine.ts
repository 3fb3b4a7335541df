/** The part of the wallet that speaks to the chain, fetched when it is first needed. */
export const loadEngine = () => import('./engine.ts')
export type Engine = Awaited<ReturnType<typeof loadEngine>>
