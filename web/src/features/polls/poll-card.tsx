import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { type KeyboardEvent, useId } from 'react'
import { plural } from '../../lib/format.ts'
import { askToJoin } from '../../lib/joining.ts'
import { useTopic } from '../../lib/topics.ts'
import { left } from '../../lib/when.ts'
import { Icon } from '../../ui/icon.tsx'
import { castVote, polls } from './votes.ts'

/** A poll with live results. One choice is a radio group, several are check boxes; arrow keys move between options. */
export function PollCard({ poll: base, question }: { poll: PollView; question: string }) {
  const poll = polls.use(base.id, base)
  useTopic(`poll:${base.id}`)
  const id = useId()
  const chosen = poll.viewer.optionIds
  const choose = (optionId: number) => {
    if (poll.viewer.whyNot === 'signed-out') return askToJoin('vote', { does: 'vote', pollId: poll.id, optionIds: [optionId] })
    if (!poll.viewer.mayVote) return
    if (!poll.multiple) return chosen.includes(optionId) ? undefined : void castVote(poll.id, [optionId])
    void castVote(poll.id, chosen.includes(optionId) ? chosen.filter((other) => other !== optionId) : [...chosen, optionId])
  }
  const group = {
    role: poll.multiple ? 'group' : 'radiogroup',
    'aria-label': `Poll: ${question || 'vote'}`,
    'aria-describedby': id,
    onKeyDown: moveFocus,
  }
  return (
    <div className="poll">
      <div {...group}>
        {poll.options.map((option, i) => (
          <Option
            key={option.id}
            option={option}
            poll={poll}
            first={chosen.length === 0 ? i === 0 : option.id === chosen[0]}
            onChoose={() => choose(option.id)}
          />
        ))}
      </div>
      <Foot id={id} poll={poll} />
      <p className="vh" role="status">
        {chosen.length > 0 && `Your vote is in. ${poll.options.map((o) => `${o.label} ${o.percent} percent`).join(', ')}`}
      </p>
    </div>
  )
}

type OptionProps = { option: PollView['options'][number]; poll: PollView; first: boolean; onChoose: () => void }

function Option({ option, poll, first, onChoose }: OptionProps) {
  const checked = poll.viewer.optionIds.includes(option.id)
  const state = {
    role: poll.multiple ? 'checkbox' : 'radio',
    'aria-checked': checked,
    'aria-disabled': !poll.viewer.mayVote && poll.viewer.whyNot !== 'signed-out',
  }
  return (
    <button
      type="button"
      {...state}
      tabIndex={first || poll.multiple ? 0 : -1}
      className="poll-option"
      onClick={(event) => event.detail < 2 && onChoose()}
    >
      <svg className="poll-fill" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={option.percent} height="1" />
      </svg>
      {checked && (
        <span className="poll-tick">
          <Icon name="check" size="xs" />
        </span>
      )}
      <span>{option.label}</span>
      <b className="num">{option.percent}%</b>
    </button>
  )
}

function Foot({ id, poll }: { id: string; poll: PollView }) {
  return (
    <p id={id} className="poll-foot">
      {poll.closed ? <span>Final results</span> : <span className="poll-live">Live results</span>}
      <span className="num">{plural(poll.totalVotes, 'vote')}</span>
      {poll.closesAt && !poll.closed && <span suppressHydrationWarning>{left(poll.closesAt, Date.now())}</span>}
      {poll.multiple && <span>Choose any</span>}
      {poll.holdersOnly && <span>Pass holders vote</span>}
      {poll.viewer.mayVote && poll.viewer.optionIds.length > 0 && (
        <button type="button" className="link" onClick={() => void castVote(poll.id, [])}>
          Take my vote back
        </button>
      )}
    </p>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('.poll-option')]
  options.at((options.indexOf(document.activeElement as HTMLElement) + step) % options.length)?.focus()
}
