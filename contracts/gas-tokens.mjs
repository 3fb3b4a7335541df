// The rows of personal tokens for gas.mjs, and their contracts for the table of code sizes.

export const tokenContracts = ['PersonalToken', 'TokenFactory', 'BatchLaunch']

const ref = BigInt(`0x${'ab'.repeat(32)}`)
const never = 2n ** 63n
const short = (text) => BigInt(`0x${Buffer.from(text).toString('hex').padEnd(64, '0')}`)
const terms = (name, symbol) => [short(name), short(symbol), 1n, 300n, 86_400n]
const createCall = 'create((bytes32,bytes32,uint8,uint16,uint32),uint256)'

/** Every row is of a warm contract (it has traded before) with the platform's fee on and a full reference. */
export async function measureTokens(rpc, { artifactOf, callerOf, receiptOf, words }) {
  const [owner, creator, other, alice, bob, carol] = await rpc('eth_accounts')
  const data = artifactOf('TokenFactory').bytecode.object + words(owner, owner, 0n)
  const deployment = await receiptOf(rpc, { from: owner, data })
  const factory = deployment.contractAddress
  const onFactory = callerOf(rpc, 'TokenFactory', factory)
  const gas = {}
  gas['create token'] = await onFactory(creator, createCall, [...terms('Maya Rivers', 'MAYA'), 0n])
  gas['create token, longest name'] = await onFactory(other, createCall, [...terms('M'.repeat(32), 'MAYAMAYAMAY'), 0n])
  const lookUp = `0x${artifactOf('TokenFactory').methodIdentifiers['tokenOf(address)']}${words(creator)}`
  const token = `0x${(await rpc('eth_call', { to: factory, data: lookUp }, 'latest')).slice(26)}`
  await rpc('evm_increaseTime', 61)
  const on = callerOf(rpc, 'PersonalToken', token)
  const buy = (fan) => on(fan, 'buy(address,uint256,uint256,bytes32)', [fan, 1n, never, ref], 10n ** 18n)
  await buy(alice)
  gas['buy token, new holder'] = await buy(bob)
  gas['buy token, existing holder'] = await buy(bob)
  const exact = [10n ** 18n, bob, never, ref]
  gas['buy exact, existing holder, refund'] = await on(bob, 'buyExact(uint256,address,uint256,bytes32)', exact, 10n ** 18n)
  gas['sell token, part'] = await on(bob, 'sell(uint256,address,uint256,uint256,bytes32)', [10n ** 18n, bob, 1n, never, ref])
  gas['transfer token to new holder'] = await on(bob, 'transfer(address,uint256)', [carol, 10n ** 18n])
  gas['claim token fees'] = await on(creator, 'claim()', [])
  gas['deploy token factory, token and batch code'] = Number(deployment.gasUsed)
  return gas
}
