/**
 * What lies above a page is a step in the browser's history: Back closes it. The step is written past the router, at the
 * page's own address and with the router's own state beside it, so that the router sees neither it nor its end.
 */
type Step = { close: () => boolean }

const mark = 'above'
const steps: Step[] = []
/** A step that was closed by other means than Back is left once nothing else has begun from it. */
const afterMs = 50
let leaving: ReturnType<typeof setTimeout> | undefined
/** The number of the page that the router shows; null where nobody watches the history, as in a document without pages. */
let pageNow: (() => number) | null = null

type State = { [mark]?: number; __TSR_index?: number } | null
const here = (): State => window.history.state as State
const depthHere = (): number => here()?.[mark] ?? 0
const pageOf = (state: State): number => state?.__TSR_index ?? 0

/** Begins a step; `close` says whether what lies above did close. Answers how it ends when it is closed otherwise. */
export function beginStep(close: () => boolean): () => void {
  if (!pageNow) return () => {}
  const step = { close }
  steps.push(step)
  stay()
  if (depthHere() < steps.length) write('pushState', steps.length)
  return () => {
    const at = steps.indexOf(step)
    if (at < 0) return
    steps.splice(at, 1)
    leaveSoon()
  }
}

// Past the router, which has its own functions on the object itself.
const write = (how: 'pushState' | 'replaceState', depth: number): void => {
  History.prototype[how].call(window.history, { ...here(), [mark]: depth }, '')
}

/** Whoever closes a dialog may be on the way to another page or to the next dialog: the step is left when neither came. */
function leaveSoon(): void {
  stay()
  leaving = setTimeout(() => {
    stay()
    if (depthHere() > steps.length) window.history.go(steps.length - depthHere())
  }, afterMs)
  // A step back would call off a load of another page that has begun meanwhile.
  window.addEventListener('beforeunload', stay)
}

function stay(): void {
  clearTimeout(leaving)
  window.removeEventListener('beforeunload', stay)
}

/** Closes what lies above the step that Back led to; the router hears nothing where its page stays. */
function returned(event: PopStateEvent): void {
  const state = event.state as State
  const [before, page, depth] = [pageNow?.() ?? 0, pageOf(state), state?.[mark] ?? 0]
  if (depth > steps.length) passBy(event, { isBack: page < before, depth })
  else if (page === before) {
    event.stopImmediatePropagation()
    if (!closedDownTo(depth)) write('pushState', steps.length)
  } else closedDownTo(0)
}

/** The step of a dialog that is gone, as when one of its links was followed: on the way back it is passed by. */
function passBy(event: PopStateEvent, { isBack, depth }: { isBack: boolean; depth: number }): void {
  event.stopImmediatePropagation()
  if (isBack) window.history.go(steps.length - depth)
  else write('replaceState', steps.length)
}

/** Closes from above; false where one may not close just now, and all below it stay too. */
function closedDownTo(depth: number): boolean {
  while (steps.length > depth) {
    const step = steps.at(-1) as Step
    if (!step.close()) return false
    if (steps.at(-1) === step) steps.pop()
  }
  return true
}

/** Before the router begins, so that it is asked first; `page` answers the number of the page that the router shows. */
export function watchSteps(page: () => number): void {
  pageNow = page
  if (depthHere() > 0) write('replaceState', 0)
  window.addEventListener('popstate', returned, { capture: true })
}
