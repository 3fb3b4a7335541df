import type { Audience } from '@corefans/shared/contracts/posts.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { pairKey } from '../../kernel/dataloader.ts'
import { activePasses } from '../passes/index.ts'
import { followsAmong } from '../profiles/index.ts'
import { blockedPairs } from '../safety/index.ts'
import { grantsAmong } from './grant-store.ts'
import { problem } from './problems.ts'
import { type Facts, noFacts, opens, priceOf } from './rules.ts'
import { findMembers, findSubjects, holdSubjects, type Subject } from './store.ts'

/** `hidden`: act as if it did not exist. `locked`: it may be seen as locked, nothing of it may leave. */
export type Verdict = 'open' | 'locked' | 'hidden'
export type Question = { viewer: string | null; subjectId: string }
export type Judged = { verdict: Verdict; subject: Subject | null }
type Kinds = readonly Subject['kind'][]
/** What can be liked, commented on, paid for and voted on. Other kinds are nothing to whoever does not ask for them. */
const posted: Kinds = ['post', 'comment']
const ofKinds = (subjects: readonly Subject[], kinds: Kinds) => subjects.filter(({ kind }) => kinds.includes(kind))

/**
 * The one question every feature asks: what is this subject to this viewer, now. Asked for many at once; no row is no access.
 * Answers stand in the order of the questions.
 */
export async function judge(read: Read, questions: readonly Question[], kinds: Kinds = posted): Promise<Judged[]> {
  return judgeOf(read, questions, ofKinds(await findSubjects(read, subjectsIn(questions)), kinds))
}

/**
 * The same question from whoever writes something that is counted on the subject. The answer stands until the transaction
 * ends: a deletion waits for what was counted before it, and what comes after a deletion sees it.
 */
export async function judgeAndHold(ctx: Ctx, questions: readonly Question[]): Promise<Judged[]> {
  return judgeOf(ctx, questions, ofKinds(await holdSubjects(ctx, subjectsIn(questions)), posted))
}

/** The same question of subjects that were read a moment ago together with what is shown of them. */
export const judgeFound = (read: Read, subjects: readonly Subject[]): Promise<Judged[]> =>
  judgeOf(
    read,
    subjects.map(({ id }) => ({ viewer: read.actor, subjectId: id })),
    subjects,
  )

const subjectsIn = (questions: readonly Question[]) => [...new Set(questions.map((q) => q.subjectId))]

async function judgeOf(read: Read, questions: readonly Question[], found: readonly Subject[]): Promise<Judged[]> {
  const subjects = new Map(found.map((subject) => [subject.id, subject]))
  const gated = questions.filter((q) => needsFacts(q, subjects.get(q.subjectId)))
  const [facts, paid, blocked, members] = await Promise.all([
    gated.length > 0 ? factsFor(read, gated, subjects) : new Map<string, Facts>(),
    paidAmong(read, gated, subjects),
    blockedAmong(read, questions, subjects),
    membersAmong(read, questions, subjects),
  ])
  return questions.map(({ viewer, subjectId }) => {
    const subject = subjects.get(subjectId)
    if (subject?.state !== 'live' || blocked.has(pairKey(subject.id, viewer))) return { verdict: 'hidden', subject: null }
    if (hasMembers(subject)) return { verdict: members.has(pairKey(gateKeeper(subject).id, viewer)) ? 'open' : 'hidden', subject }
    const gate = gateKeeper(subject)
    const known = facts.get(`${viewer} ${gate.ownerId}`) ?? { ...noFacts, isOwner: viewer === gate.ownerId }
    const hasPaid = paid.has(`${viewer} ${gate.id}`)
    return { verdict: opens(subject.gate, { ...known, hasPaid }) ? 'open' : 'locked', subject }
  })
}

/** A conversation and what is said in it: open to its members, and not there for anybody else. */
const hasMembers = ({ kind }: Subject): boolean => kind === 'thread' || kind === 'message'

async function membersAmong(
  read: Read,
  questions: readonly Question[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<ReadonlySet<string>> {
  const keys = questions.flatMap(({ viewer, subjectId }) => {
    const subject = subjects.get(subjectId)
    return viewer !== null && subject && hasMembers(subject) ? [pairKey(gateKeeper(subject).id, viewer)] : []
  })
  return new Set((await findMembers(read, keys)).map(({ subjectId, accountId }) => pairKey(subjectId, accountId)))
}

/** Questions, as `subject viewer`, whose owner has blocked the viewer: to them there is nothing, whatever they hold. */
async function blockedAmong(
  read: Read,
  questions: readonly Question[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<ReadonlySet<string>> {
  const pairs = questions.flatMap(({ viewer, subjectId }) => {
    const subject = subjects.get(subjectId)
    const owners = subject && !hasMembers(subject) ? [...new Set([subject.ownerId, gateKeeper(subject).ownerId])] : []
    return owners.map((by) => ({ subjectId, by, whom: viewer }))
  })
  const stand = await blockedPairs(read, pairs)
  return new Set(pairs.filter(({ by, whom }) => stand.has(pairKey(by, whom))).map(({ subjectId, whom }) => pairKey(subjectId, whom)))
}

/** The subject at whose gate one stands: the outer one of what lies within another. */
const gateKeeper = (subject: Subject): { id: string; ownerId: string } => subject.within ?? subject

const needsFacts = ({ viewer }: Question, subject: Subject | undefined): boolean =>
  viewer !== null && subject !== undefined && !hasMembers(subject) && subject.gate !== 'public' && gateKeeper(subject).ownerId !== viewer

async function factsFor(read: Read, questions: readonly Question[], subjects: ReadonlyMap<string, Subject>): Promise<Map<string, Facts>> {
  const viewers = [...new Set(questions.map((q) => q.viewer as string))]
  const gates = questions.map((q) => subjects.get(q.subjectId) as Subject)
  const owners = [...new Set(gates.map((subject) => gateKeeper(subject).ownerId))]
  const [follows, passes] = await Promise.all([
    gates.some((subject) => subject.gate === 'followers') ? followsAmong(read, viewers, owners) : new Set<string>(),
    gates.some((subject) => typeof subject.gate === 'object') ? activePasses(read, viewers, owners) : new Map<string, Set<number>>(),
  ])
  const pairs = viewers.flatMap((viewer) => owners.map((owner) => `${viewer} ${owner}`))
  return new Map(
    pairs.map((pair) => [pair, { isOwner: false, follows: follows.has(pair), passTiers: passes.get(pair) ?? new Set(), hasPaid: false }]),
  )
}

/** Asked only for what is sold by itself: most pages have nothing of that. */
async function paidAmong(read: Read, questions: readonly Question[], subjects: ReadonlyMap<string, Subject>): Promise<Set<string>> {
  const sold = questions.filter(({ subjectId }) => priceOf(subjects.get(subjectId)?.gate ?? 'public') !== null)
  return grantsAmong(
    read,
    sold.map(({ viewer, subjectId }) => ({ subjectId: gateKeeper(subjects.get(subjectId) as Subject).id, accountId: viewer as string })),
  )
}

/** The subject if the actor may use it; otherwise access/locked, or `missing` where it must look as if it were not there. */
export async function mustBeOpen(read: Read, subjectId: string, missing: () => Error, kinds: Kinds = posted): Promise<Subject> {
  const [judged] = await judge(read, [{ viewer: read.actor, subjectId }], kinds)
  if (!judged?.subject || judged.verdict === 'hidden') throw missing()
  if (judged.verdict === 'locked') throw problem.locked()
  return judged.subject
}

/** Whether the subject would be open to the actor behind each of these gates; one that nobody knows (null) opens to its owner. */
export async function opensUnder(read: Read, subject: Subject, gates: readonly (Audience | null)[]): Promise<boolean[]> {
  const { id, ownerId } = gateKeeper(subject)
  const viewer = read.actor
  if (viewer === ownerId) return gates.map(() => true)
  if (viewer === null) return gates.map((gate) => gate === 'public')
  const [follows, passes, paid] = await Promise.all([
    followsAmong(read, [viewer], [ownerId]),
    activePasses(read, [viewer], [ownerId]),
    grantsAmong(read, [{ subjectId: id, accountId: viewer }]),
  ])
  const facts: Facts = {
    isOwner: false,
    follows: follows.has(`${viewer} ${ownerId}`),
    passTiers: passes.get(`${viewer} ${ownerId}`) ?? new Set(),
    hasPaid: paid.has(`${viewer} ${id}`),
  }
  return gates.map((gate) => gate !== null && opens(gate, facts))
}

/** The gate of a subject as it stands now. */
export async function gateOf(read: Read, subjectId: string): Promise<Audience> {
  const [subject] = await findSubjects(read, [subjectId])
  if (!subject) throw new Error(`no subject ${subjectId}`)
  return subject.gate
}
