import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

// Outside of the demo, where limits are not widened, behind one proxy.
const world = useWorld({ env: { DEMO: '0', TRUST_PROXY: '1' } })

test('A7 a password is guessed ten times a minute, from however many addresses; another account is not slowed', async () => {
  let n = 0
  const guess = async (email: string) => {
    const headers = { 'x-forwarded-for': `6.6.6.6, 10.1.0.${n++}` }
    const payload = { email, password: 'wrong horse battery' }
    const { statusCode } = await world().host.app.inject({ method: 'POST', url: '/api/sessions', headers, payload })
    return statusCode
  }
  const guesses = Array.from({ length: 14 }, (_, i) => guess(i % 2 ? 'maya@corefans.example' : 'Maya@corefans.example'))
  const [answers, other] = await Promise.all([Promise.all(guesses), guess('juno@corefans.example')])
  expect([answers.filter((status) => status === 401).length, answers.filter((status) => status === 429).length]).toEqual([10, 4])
  expect(other).toBe(401)
})
