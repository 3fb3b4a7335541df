import type { ReactNode } from 'react'
import { purchase } from './purchase.ts'

/** Buys, right where a locked post is, the pass that opens it. */
export const BuyPassButton = ({ handle, tierId, children }: { handle: string; tierId: number; children: ReactNode }) => (
  <button type="button" className="btn" onClick={() => purchase.set({ handle, tierId, isForPost: true })}>
    {children}
  </button>
)
