// The payment rows of the gas table: every contract is warm, its fee is on, and every reference is set.
const coin = 10n ** 18n
const dollar = 10n ** 6n
const nobody = 0n

/** Ten ascending recipients with a tenth each, encoded as create(address[],uint16[],bytes32). */
function splitOfTen(words) {
  const recipients = Array.from({ length: 10 }, (_, index) => 0xf1000n + BigInt(index))
  const heads = [0x60n, 0x60n + 32n * 11n, 0n]
  return words(...heads, 10n, ...recipients, 10n, ...recipients.map(() => 1_000n))
}

/** A new fan's and a known fan's payments, and what a team costs. `kit` is gas.mjs's: deploy, callerOf, words. */
export async function measurePayments({ deploy, callerOf, words, accounts }) {
  const [owner, , , payer, payee] = accounts
  const usd = await deploy('TestUSD', [])
  const forwarder = await deploy('SponsorForwarder', [])
  const payments = await deploy('Payments', [owner, owner, forwarder])
  const splits = await deploy('SplitFactory', [])
  const onUsd = callerOf('TestUSD', usd)
  const onPayments = callerOf('Payments', payments)
  const onSplits = callerOf('SplitFactory', splits)
  const refOf = (nonce) => (0xabcdn << 128n) | nonce
  const tip = () => onPayments(payer, 'tip(address,bytes32)', [payee, refOf(1n)], coin)
  const tipToken = () => onPayments(payer, 'tipToken(address,address,uint256,bytes32)', [usd, payee, dollar, refOf(1n)])
  const payOnce = (nonce) => onPayments(payer, 'payOnce(address,bytes32)', [payee, refOf(nonce)], coin)
  const lots = 1_000n * dollar
  for (const account of [payer, payee]) await onUsd(account, 'faucet(address,uint256)', [account, lots])
  await onUsd(payer, 'approve(address,uint256)', [payments, 2n ** 256n - 1n])
  await tip()
  await tipToken()
  const gas = {}
  gas['tip, native'] = await tip()
  gas['tip, ERC-20'] = await tipToken()
  gas['pay once, first in word'] = await payOnce(1n)
  gas['pay once, warm word'] = await payOnce(2n)
  gas['create split of ten'] = await onSplits.raw(payer, 'create(address[],uint16[],bytes32)', splitOfTen(words))
  gas['withdraw payment fees'] = await onPayments(owner, 'withdrawFees(address)', [nobody])
  return gas
}
