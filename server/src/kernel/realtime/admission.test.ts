import { describe, expect, test } from 'vitest'
import { type Caller, nobody } from '../ctx.ts'
import { socketAdmission } from './admission.ts'

const caller = (account: string | null, address = '10.0.0.1'): Caller => ({ ...nobody, account, address })

describe('B1 open sockets', () => {
  test('an account has thirty, wherever it connects from', () => {
    const { enter, hasRoom } = socketAdmission(1)
    for (let i = 0; i < 29; i++) enter(caller('maya', `10.0.0.${i}`))
    expect(hasRoom(caller('maya', '10.9.9.9'))).toBe(true)
    enter(caller('maya', '10.9.9.9'))
    expect([hasRoom(caller('maya', '10.8.8.8')), hasRoom(caller('leo'))]).toEqual([false, true])
  })

  test('an address has five hundred, whoever connects', () => {
    const { enter, hasRoom } = socketAdmission(1)
    for (let i = 0; i < 500; i++) enter(caller(i % 2 ? `p${i}` : null))
    expect([hasRoom(caller(null)), hasRoom(caller('somebody')), hasRoom(caller(null, '10.0.0.2'))]).toEqual([false, false, true])
  })

  test('whoever leaves makes room, and leaving twice makes no more than there was', () => {
    const { enter, leave, hasRoom } = socketAdmission(1)
    for (let i = 0; i < 30; i++) enter(caller('maya'))
    leave(caller('maya'))
    expect(hasRoom(caller('maya'))).toBe(true)
    enter(caller('maya'))
    expect(hasRoom(caller('maya'))).toBe(false)
    for (let i = 0; i < 40; i++) leave(caller('maya'))
    for (let i = 0; i < 30; i++) enter(caller('maya'))
    expect(hasRoom(caller('maya'))).toBe(false)
  })
})
