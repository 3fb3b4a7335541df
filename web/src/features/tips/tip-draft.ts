import { createStore } from '../../lib/store.ts'
import type { Price } from '../../ui/price-field.tsx'

/** What was typed stays when a tip fails or the dialog is closed. */
export const tipDraft = createStore<Price>({ currency: 'core', text: '' })
