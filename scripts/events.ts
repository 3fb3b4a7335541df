// `npm run events`: what subscribers could not handle. `npm run events -- replay notifications.likes [seq]`: try it again.
import { askReplay, deadEvents } from '../server/src/kernel/events/dead-letters.ts'
import { openBooks } from './books.ts'

const [verb = 'look', subscriber, seq] = process.argv.slice(2)
const books = await openBooks()
try {
  if (verb === 'replay' && subscriber) {
    const asked = await askReplay(books.db.sql, subscriber, seq === undefined ? null : Number(seq))
    console.log(`${asked} dead events of ${subscriber} will be tried again by the worker`)
  } else if (verb === 'look') {
    const dead = await deadEvents(books.db.sql)
    for (const one of dead)
      console.log(
        `${one.subscriber}  seq ${one.seq}  ${one.type}  ${one.attempts} tries  ${one.diedAt.toISOString()}${one.isDue ? '  (to be tried again)' : ''}\n    ${one.error}`,
      )
    const cursors = await books.db.sql<{ subscriber: string; seq: number; failures: number; error: string | null }>(
      'select subscriber, seq, failures, last_error as error from event_cursors order by subscriber',
    )
    for (const { subscriber: name, seq: at, failures, error } of cursors)
      console.log(`${name}: at ${at}${failures > 0 ? `, failed ${failures} times: ${error}` : ''}`)
    console.log(`${dead.length} dead`)
  } else {
    console.error('say `npm run events`, or `npm run events -- replay SUBSCRIBER [SEQ]`')
    process.exitCode = 1
  }
} finally {
  await books.close()
}
