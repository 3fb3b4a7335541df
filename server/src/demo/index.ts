import { advanceClock as advanceChain } from '@corefans/chain/devnet/clock.ts'
import { system as contracts } from '@corefans/shared/contracts/index.ts'
import { nativeMoney } from '@corefans/shared/values/money.ts'
import { toHex } from 'viem'
import { sendTransaction } from 'viem/actions'
import { me } from '../kernel/ctx.ts'
import type { Host } from '../kernel/host.ts'
import { openSession, walletsOf } from '../modules/accounts/index.ts'
import { faucetClient, reading, walletOf } from './chain.ts'
import { problem } from './problems.ts'
import { bookFaucet, demoPeople, findDemoPerson, moveClock } from './store.ts'

const faucetWei = 20n * 10n ** 18n

/** What exists only beside the embedded chain: being anybody, test money, and a clock that can be moved. */
export function demo(host: Host): void {
  const { mount, chain } = host
  if (chain.id !== 31337) throw new Error('Demo mode is for the embedded chain only')
  mount.command(contracts.demoSignIn, async (ctx, { handle }) => {
    const person = await findDemoPerson(ctx, { handle })
    if (!person) throw problem['unknown-person']()
    await openSession(ctx, person.account)
    return { accountId: person.account, handle: person.handle }
  })
  mount.query(contracts.demoPeople, async (read) => ({
    items: (await demoPeople(read)).map(({ handle, name, kind }) => ({ handle, name, role: kind })),
    nextCursor: null,
  }))
  mount.query(contracts.demoWallet, async (read) => {
    const person = await findDemoPerson(read, { account: me(read) })
    if (!person) throw problem['unknown-person']()
    const { address, getHdKey } = walletOf(person.walletIndex)
    return { address: address.toLowerCase(), privateKey: toHex(getHdKey().privateKey ?? new Uint8Array()) }
  })
  mount.longCommand(contracts.advanceClock, async (read, transact, { advanceMs }) => {
    const moved = await transact(read.caller, (ctx) => moveClock(ctx, advanceMs))
    await advanceChain(reading(chain.rpcUrl), advanceMs)
    host.bus.publish({ kind: 'forget', what: 'sessions' })
    host.bus.publish({ kind: 'forget', what: 'pages' })
    chain.poke()
    return { now: moved.now.toISOString(), offsetMs: moved.offsetMs }
  })
  mount.longCommand(contracts.faucet, async (read, transact, { address }) => {
    const mine = (await walletsOf(read, [me(read)])).get(me(read)) ?? []
    if (!mine.some((wallet) => wallet.address === address)) throw problem['not-your-wallet']()
    if (!(await transact(read.caller, (ctx) => bookFaucet(ctx, me(ctx), faucetWei)))) throw problem['faucet-empty']()
    const txHash = await sendTransaction(faucetClient(chain.rpcUrl), { to: address as `0x${string}`, value: faucetWei })
    return { txHash, sent: nativeMoney(chain.id, faucetWei) }
  })
}
