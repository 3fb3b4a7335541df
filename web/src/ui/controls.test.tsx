import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from '../lib/problem.ts'
import { show } from '../testing/show.tsx'
import { person } from '../testing/views.ts'
import { Avatar, Portrait } from './avatar.tsx'
import { Bill, BillLine } from './bill.tsx'
import { Confirm } from './confirm.tsx'
import { Dialog } from './dialog.tsx'
import { Blank, Failure } from './empty-state.tsx'
import { SelectField, Switch, TextArea, TextField } from './field.tsx'
import { PageHeader } from './header.tsx'
import { Link, OutLink } from './link.tsx'
import { Menu } from './menu.tsx'
import { FormError, Notice } from './notice.tsx'
import { TabBar } from './tabs.tsx'
import { Time } from './time.tsx'
import { toast } from './toast.ts'

const noteOf = (field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)

test('a field ties its error and its hint to itself, the error first', async () => {
  await show(<TextField label="Name" hint="As others see it" error="Too long" value="Maya" onChange={() => {}} />)
  const field = screen.getByLabelText('Name')
  expect([field.getAttribute('aria-invalid'), ...noteOf(field)]).toEqual(['true', 'Too long', 'As others see it'])
})

test('a field without notes names none', async () => {
  await show(
    <>
      <TextField label="Name" />
      <TextArea label="About" />
    </>,
  )
  for (const label of ['Name', 'About']) {
    expect(screen.getByLabelText(label).getAttribute('aria-describedby')).toBeNull()
    expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('false')
  }
})

function Owner() {
  const [value, setValue] = useState('')
  return <TextField label={`Name of ${value.length}`} value={value} onChange={(event) => setValue(event.target.value)} />
}

test('what is typed reaches the owner of the field', async () => {
  await show(<Owner />)
  fireEvent.change(screen.getByLabelText('Name of 0'), { target: { value: 'Maya' } })
  expect((screen.getByLabelText('Name of 4') as HTMLInputElement).value).toBe('Maya')
})

test('a choice of one among a few says its value and its error', async () => {
  const onChange = vi.fn()
  await show(
    <SelectField label="Length" value="30" error="Choose one" onChange={onChange}>
      <option value="30">A month</option>
      <option value="365">A year</option>
    </SelectField>,
  )
  const field = screen.getByLabelText('Length')
  expect(noteOf(field)).toEqual(['Choose one'])
  fireEvent.change(field, { target: { value: '365' } })
  expect(onChange).toHaveBeenCalledExactlyOnceWith('365')
})

test('a switch says whether it is on', async () => {
  const onChange = vi.fn()
  const { again } = await show(<Switch label="Hide" hint="From others" checked={false} onChange={onChange} />)
  const input = screen.getByRole('switch', { name: /Hide/ })
  expect(input.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(input)
  expect(onChange).toHaveBeenCalledOnce()
  await again(<Switch label="Hide" checked onChange={onChange} />)
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('true')
})

test('tabs: one is chosen and reached by the tab key, arrows choose and turn at the ends', async () => {
  const tabs = [
    { key: 'a', label: 'First' },
    { key: 'b', label: 'Second' },
    { key: 'c', label: 'Third' },
  ] as const
  const onChoose = vi.fn()
  await show(<TabBar label="Kind" tabs={tabs} now="a" onChoose={onChoose} />)
  const all = within(screen.getByRole('tablist', { name: 'Kind' })).getAllByRole('tab')
  expect(all.map((tab) => [tab.getAttribute('aria-selected'), tab.tabIndex])).toEqual([
    ['true', 0],
    ['false', -1],
    ['false', -1],
  ])
  fireEvent.keyDown(all[0] as HTMLElement, { key: 'ArrowRight' })
  fireEvent.keyDown(all[0] as HTMLElement, { key: 'ArrowLeft' })
  fireEvent.click(all[1] as HTMLElement)
  fireEvent.keyDown(all[0] as HTMLElement, { key: 'x' })
  expect(onChoose.mock.calls.flat()).toEqual(['b', 'c', 'b'])
})

test('a dialog is named by its title, closes by its button, and gives the focus back', async () => {
  const onClose = vi.fn()
  const { again } = await show(<button type="button">Opener</button>)
  screen.getByRole('button', { name: 'Opener' }).focus()
  await again(
    <>
      <button type="button">Opener</button>
      <Dialog title="Tip Maya" onClose={onClose} footer={<button type="button">Pay</button>}>
        <p>How much?</p>
      </Dialog>
    </>,
  )
  const dialog = screen.getByRole('dialog', { name: 'Tip Maya' })
  expect(within(dialog).getByText('How much?')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
})

test('a question is answered by yes or by leaving, and never by both', async () => {
  const [onYes, onClose] = [vi.fn(), vi.fn()]
  await show(<Confirm title="Delete this post?" text="It is gone in ten seconds." yes="Delete" onYes={onYes} onClose={onClose} />)
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
  expect([onYes.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0])
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect([onYes.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1])
})

test('a menu is named, and arrow keys, Home and End move in it', async () => {
  await show(
    <Menu label="More" button="…">
      <button type="button" role="menuitem">
        One
      </button>
      <button type="button" role="menuitem">
        Two
      </button>
      <button type="button" role="menuitem">
        Three
      </button>
    </Menu>,
  )
  const menu = screen.getByRole('menu', { name: 'More', hidden: true })
  const focused = (key: string) => {
    fireEvent.keyDown(menu, { key })
    return document.activeElement?.textContent
  }
  within(menu).getByText('One').focus()
  expect(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map(focused)).toEqual([
    'Two',
    'Three',
    'One',
    'Three',
    'One',
    'Three',
  ])
})

test('a notice is read aloud, at most three stand, and its action is done once', async () => {
  vi.useFakeTimers()
  try {
    await show(<p>Page</p>)
    const run = vi.fn()
    act(() => {
      for (const nth of [1, 2, 3, 4]) toast(`Notice ${nth}`)
      toast('Deleted', { label: 'Undo', run })
    })
    const box = screen.getByRole('region', { name: 'Notices', hidden: true })
    expect([...box.querySelectorAll('.toast > span')].map((one) => one.textContent)).toEqual(['Notice 3', 'Notice 4', 'Deleted'])
    expect(screen.getAllByRole('status').some((one) => one.textContent === 'Deleted')).toBe(true)
    fireEvent.click(within(box).getByText('Undo'))
    expect([run.mock.calls.length, within(box).queryByText('Undo')]).toEqual([1, null])
    act(() => void vi.advanceTimersByTime(20_000))
    expect(box.textContent).toBe('')
  } finally {
    vi.useRealTimers()
  }
})

test('what failed is said in the words of the server, with the number of the request and a way to try again', async () => {
  const onRetry = vi.fn()
  const problem = new ApiProblem({
    type: 'posts/unknown',
    title: 'Gone',
    status: 404,
    detail: 'There is no such post',
    requestId: 'req-7',
  } as never)
  await show(<Failure error={problem} onRetry={onRetry} />)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledOnce()
  expect(screen.getByRole('alert').querySelector('h2')?.textContent).toBeTruthy()
})

test('an empty page has a heading of its level', async () => {
  const { again } = await show(<Blank title="Quiet so far" />)
  expect(screen.getByRole('heading', { level: 2, name: 'Quiet so far' })).toBeTruthy()
  await again(<Blank title="Gone" level="h1" />)
  expect(screen.getByRole('heading', { level: 1, name: 'Gone' })).toBeTruthy()
})

test('a page names itself in the tab, and its way back leads home where there is no history', async () => {
  const { where } = await show(<PageHeader title="Tips" back />, { at: '/tips' })
  expect(document.title).toBe('Tips · CoreFans')
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(where()).toBe('/'))
})

test('a link to this very page does not call itself the current one unless it is a tab', async () => {
  await show(
    <>
      <Link to="/">Plain</Link>
      <Link to="/" now>
        Tab
      </Link>
    </>,
  )
  expect(screen.getByRole('link', { name: 'Plain' }).getAttribute('aria-current')).toBeNull()
  expect(screen.getByRole('link', { name: 'Tab' }).getAttribute('aria-current')).toBe('true')
})

test('a way out of the house shows where it leads and passes nothing on', async () => {
  await show(<OutLink url="https://www.example.com/maya/" rel="me" />)
  const link = screen.getByRole('link', { name: 'example.com/maya' })
  expect([link.getAttribute('rel'), link.getAttribute('target')]).toEqual(['me nofollow noopener', '_blank'])
})

test('somebody without a portrait has their initial, by code point and not by half of one', async () => {
  const { again } = await show(<Avatar person={person({ name: 'maya' })} />)
  expect(document.querySelector('svg text')?.textContent).toBe('M')
  await again(<Avatar person={person({ name: '🌊 Sea' })} />)
  expect(document.querySelector('svg text')?.textContent).toBe('🌊')
})

test('a portrait is decoration of its size, and the first of a page is not lazy', async () => {
  const { again } = await show(<Portrait person={person({ portraitUrl: '/p.webp' })} size={44} />)
  const img = () => document.querySelector('img')
  expect([img()?.getAttribute('alt'), img()?.getAttribute('width'), img()?.getAttribute('loading')]).toEqual(['', '44', 'lazy'])
  await again(<Portrait person={person({ portraitUrl: '/p.webp' })} size={44} eager />)
  expect(img()?.getAttribute('loading')).toBe('eager')
})

test('a moment is readable by machines and people', async () => {
  await show(<Time iso="2026-11-01T12:00:00.000Z" now={Date.parse('2026-11-01T12:05:00.000Z')} />)
  const time = document.querySelector('time')
  expect([time?.getAttribute('datetime'), time?.textContent]).toEqual(['2026-11-01T12:00:00.000Z', '5 min'])
})

test('a bill is a list of names and values, its parts and its sum told apart', async () => {
  await show(
    <Bill label="True cost">
      <BillLine name="You get" value="2 $MAYA" />
      <BillLine kind="sub" name="Fee" value="0 CORE" />
      <BillLine kind="sum" name="You pay" value="1 CORE" />
    </Bill>,
  )
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['You get', 'Fee', 'You pay'])
  expect([...document.querySelectorAll('.bill > div')].map((line) => line.className)).toEqual(['', 'bill-sub', 'bill-sum'])
})

test('a notice that came while the page was open is read aloud, one that was there is not', async () => {
  const { again } = await show(<Notice>Copy it now</Notice>)
  expect(screen.queryByRole('alert')).toBeNull()
  await again(<Notice isNew>The price has changed</Notice>)
  expect(screen.getByRole('alert').textContent).toBe('The price has changed')
  await again(<FormError>Too short</FormError>)
  expect(screen.getByRole('alert').textContent).toBe('Too short')
})
