import type { Db } from '../server/src/kernel/db.ts'
import { sqlId } from './names.ts'
import { say } from './world.ts'

export const threadLength = 100_000

/** Post 0 with a thread: nine in ten begin something, one in ten answers; one in a hundred was deleted. */
export async function fillThread(db: Db): Promise<void> {
  say(`a thread of ${threadLength} comments`)
  const all = `generate_series(0, ${threadLength - 1}) i`
  const [post, id, author] = [sqlId('post', '0'), sqlId('comment', 'i'), sqlId('account', '(i * 7919 % 100000)')]
  const parent = `case when i % 10 = 9 then ${sqlId('comment', '(i - 1)')} end`
  const statements = [
    `insert into subjects (id, kind, owner_id, within_id, state) select ${id}, 'comment', ${author}, ${post}, case when i % 100 = 50 then 'deleted' else 'live' end from ${all}`,
    `insert into comments (id, subject_id, parent_id, author_id, text, created_at, rank, deleted_at, deleted_by)
       select ${id}, ${post}, ${parent}, ${author}, 'What person ' || i || ' says of a post, in one sentence.', now() - (${threadLength} - i) * interval '1 second', i * 31 % 97,
              case when i % 100 = 50 then now() end, case when i % 100 = 50 then ${author} end from ${all}`,
    `insert into like_counts (subject_id, likes) select ${id}, i * 31 % 97 from ${all}`,
    `insert into comment_counts (subject_id, comments) select ${post}, count(*) from comments where subject_id = ${post} and deleted_at is null`,
    `insert into comment_counts (subject_id, comments) select parent_id, count(*) from comments where subject_id = ${post} and parent_id is not null and deleted_at is null group by parent_id`,
  ]
  for (const statement of statements) await db.pool.query(statement)
}
