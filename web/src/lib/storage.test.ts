import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetter, keepFor, kept, keptJson, personalKey } from './storage.ts'

/** A storage as browsers have one, that can be told to refuse. */
class FakeStorage {
  refuses = false
  readonly #texts = new Map<string, string>()
  #ask<T>(answer: () => T): T {
    if (this.refuses) throw new DOMException('no room', 'QuotaExceededError')
    return answer()
  }
  getItem = (key: string) => this.#ask(() => this.#texts.get(key) ?? null)
  setItem = (key: string, text: string) => this.#ask(() => void this.#texts.set(key, text))
  removeItem = (key: string) => this.#ask(() => void this.#texts.delete(key))
  keys = () => [...this.#texts.keys()]
  all = () => [...this.#texts].join()
}
let [local, session] = [new FakeStorage(), new FakeStorage()]

beforeEach(() => {
  local = new FakeStorage()
  session = new FakeStorage()
  const listed = (storage: FakeStorage) =>
    new Proxy(storage, { ownKeys: () => storage.keys(), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) })
  vi.stubGlobal('window', { localStorage: listed(local), sessionStorage: listed(session) })
  keepFor(null)
})
afterEach(() => vi.unstubAllGlobals())

test('UXP-06 a storage that throws costs what it stored: until the page is gone the text is there', () => {
  const text = kept('note')
  text.write('before')
  local.refuses = true
  text.write('after')
  expect(text.read()).toBe('after')
  expect(kept('another').read()).toBeNull()
  text.write(null)
  expect(text.read()).toBeNull()
})

test('what somebody else wrote under our name, or half of it, is nothing', () => {
  local.setItem('list', '[1,')
  expect(keptJson('list').read()).toBeNull()
  keptJson('list').write([1])
  expect(keptJson('list').read()).toEqual([1])
})

test('UXP-06 what one person wrote is not found by the next, and is gone when they sign out', () => {
  const draft = () => kept(personalKey('draft'))
  const tab = () => kept(personalKey('acting'), 'sessionStorage')
  keepFor('maya')
  draft().write('my secret')
  tab().write('neo')
  kept('theme').write('dark')
  keepFor('leo')
  expect([draft().read(), tab().read()]).toEqual([null, null])
  draft().write('of leo')
  keepFor('maya')
  expect(draft().read()).toBe('my secret')
  const forget = forgetter()
  keepFor(null)
  forget()
  expect(local.all() + session.all()).not.toMatch(/my secret|neo/)
  keepFor('leo')
  expect([draft().read(), kept('theme').read()]).toEqual(['of leo', 'dark'])
})

test('what a visitor began is theirs once they are somebody, and over nothing of their own', () => {
  kept(personalKey('comment:1')).write('begun')
  kept(personalKey('comment:2')).write('begun too')
  kept('of:maya:comment:2').write('older')
  keepFor('maya')
  expect([kept(personalKey('comment:1')).read(), kept(personalKey('comment:2')).read()]).toEqual(['begun', 'older'])
  keepFor(null)
  expect(kept(personalKey('comment:1')).read()).toBeNull()
})
