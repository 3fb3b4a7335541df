import { beforeEach, expect, test, vi } from 'vitest'

type State = { __TSR_index: number; above?: number }
type Heard = { state: State; stopImmediatePropagation: () => void }

/** A browser's history, as far as steps need it: entries, and one ear that may keep the router from hearing. */
class FakeHistory {
  entries: State[] = [{ __TSR_index: 0 }]
  at = 0
  /** What the router shows, and how often it was told. */
  page = 0
  told = 0
  ear: (event: Heard) => void = () => {}
  get state(): State {
    return this.entries[this.at] as State
  }
  pushState(state: State): void {
    this.entries = [...this.entries.slice(0, this.at + 1), state]
    this.at += 1
  }
  replaceState(state: State): void {
    this.entries[this.at] = state
  }
  go(by: number): void {
    this.at += by
    let isStopped = false
    this.ear({
      state: this.state,
      stopImmediatePropagation: () => {
        isStopped = true
      },
    })
    if (isStopped) return
    this.page = this.state.__TSR_index
    this.told += 1
  }
  /** The router goes to a new page. */
  visit(): void {
    this.page += 1
    this.pushState({ __TSR_index: this.page })
  }
  shape = () => this.entries.map(({ __TSR_index, above = 0 }) => `${__TSR_index}${'+'.repeat(above)}`).join(' ')
}

let history = new FakeHistory()
let unloading = () => {}
let steps: typeof import('./history-step.ts')

beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers()
  history = new FakeHistory()
  vi.stubGlobal('History', FakeHistory)
  vi.stubGlobal('window', {
    history,
    addEventListener: (type: string, ear: FakeHistory['ear'] & (() => void)) => {
      if (type === 'popstate') history.ear = ear
      else unloading = ear
    },
    removeEventListener: () => {
      unloading = () => {}
    },
  })
  steps = await import('./history-step.ts')
  steps.watchSteps(() => history.page)
})

const dialog = (mayClose = true) => {
  const close = vi.fn(() => mayClose)
  return { close, end: steps.beginStep(close) }
}

test('LAY-05 Back closes what lies above the page, and the page stays', () => {
  const { close } = dialog()
  expect(history.shape()).toBe('0 0+')
  history.go(-1)
  expect([close.mock.calls.length, history.told, history.at]).toEqual([1, 0, 0])
})

test('closed by its own button it leaves no step behind', () => {
  const { close, end } = dialog()
  end()
  vi.runAllTimers()
  expect([close.mock.calls.length, history.told, history.at]).toEqual([0, 0, 0])
})

test('a load of another page that begins meanwhile is not called off by a step back', () => {
  dialog().end()
  unloading()
  vi.runAllTimers()
  expect([history.at, history.shape()]).toEqual([1, '0 0+'])
})

test('one above another close one by one', () => {
  const [below, above] = [dialog(), dialog()]
  history.go(-1)
  expect([below.close.mock.calls.length, above.close.mock.calls.length]).toEqual([0, 1])
  history.go(-1)
  expect([below.close.mock.calls.length, history.at, history.told]).toEqual([1, 0, 0])
})

test('the next dialog takes the step of the one before it', () => {
  dialog().end()
  const { close } = dialog()
  vi.runAllTimers()
  expect(history.shape()).toBe('0 0+')
  history.go(-1)
  expect([close.mock.calls.length, history.at]).toEqual([1, 0])
})

test('LAY-05 what may not close, as a payment that is on its way, keeps its step', () => {
  const { close } = dialog(false)
  history.go(-1)
  expect([close.mock.calls.length, history.shape(), history.at, history.told]).toEqual([1, '0 0+', 1, 0])
})

test('a link in a dialog leads on, and Back leads to the page in one step, past the dialog that is gone', () => {
  const { end } = dialog()
  end()
  history.visit()
  vi.runAllTimers()
  expect(history.shape()).toBe('0 0+ 1')
  history.go(-1)
  expect([history.page, history.at, history.told]).toEqual([0, 0, 1])
})

test('Forward to a dialog that is gone shows the page, and asks nothing again', () => {
  dialog()
  history.go(-1)
  history.go(1)
  expect([history.told, history.shape()]).toEqual([0, '0 0'])
})

test('a step that outlived its document is an ordinary entry', () => {
  history.replaceState({ __TSR_index: 0, above: 1 })
  steps.watchSteps(() => history.page)
  expect(history.shape()).toBe('0')
})
