import { createStore } from '../../lib/store.ts'

export type TipDraft = { currency: 'core' | 'usd'; text: string }
/** What was typed stays when a tip fails or the dialog is closed. */
export const tipDraft = createStore<TipDraft>({ currency: 'core', text: '' })
