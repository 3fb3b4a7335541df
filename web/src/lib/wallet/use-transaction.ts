import { useEffect, useState } from 'react'
import { useStore } from '../store.ts'
import { type Flow, openTransaction, type TransactionRequest } from './transaction-flow.ts'

/** One money action in a component: its step, who pays, and what can be done next. Give the component a new key for a new request. */
export function useTransaction(request: TransactionRequest) {
  const [flow] = useState<Flow>(() => openTransaction(request))
  useEffect(() => flow.attach(), [flow])
  return { flow, step: useStore(flow.step), payer: useStore(flow.payer) }
}
