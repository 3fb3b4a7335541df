import { useEffect, useState } from 'react'
import { useStore } from '../store.ts'
import { type Flow, type Order, openTransaction } from './transaction-flow.ts'

/** One money action in a component: its step, who pays, and what can be done next. Give the component a new key for a new order. */
export function useTransaction(order: Order) {
  const [flow] = useState<Flow>(() => openTransaction(order))
  useEffect(() => flow.attach(), [flow])
  return { flow, step: useStore(flow.step), payer: useStore(flow.payer) }
}
