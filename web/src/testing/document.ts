import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { toasts } from '../ui/toast.ts'
import { serve } from './api.ts'

// What the document of the tests lacks: a list on top of the page, and a place to scroll to.
HTMLElement.prototype.showPopover ??= () => {}
HTMLElement.prototype.hidePopover ??= () => {}

beforeEach(() => {
  // No test reaches a network: who needs an answer says so.
  serve({})
  window.scrollTo = vi.fn() as never
})
afterEach(() => {
  cleanup()
  toasts.set([])
  window.sessionStorage.clear()
  window.localStorage.clear()
})
