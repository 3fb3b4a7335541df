import { type Address, type Hex, parseSignature } from 'viem'
import { getBlock, readContract, signTypedData, simulateContract, waitForTransactionReceipt, writeContract } from 'viem/actions'
import { testUsdAbi } from '../abi/test-usd.ts'
import type { SigningClient } from '../clients.ts'

/** An ERC-2612 permission, as the payment contract takes it. */
export type Permit = { deadline: bigint; v: number; r: Hex; s: Hex }

/** Who may take how much of which token. */
type Allowance = { token: Address; spender: Address; amount: bigint }

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/**
 * Lets `spender` take exactly `amount`, for an hour of the chain's own clock; null if it is allowed to already. Signed
 * for one payment, so no allowance is left behind.
 */
export async function permitFor(client: SigningClient, { token, spender, amount }: Allowance): Promise<Permit | null> {
  const owner = client.account.address
  const at = { address: token, abi: testUsdAbi } as const
  if ((await readContract(client, { ...at, functionName: 'allowance', args: [owner, spender] })) >= amount) return null
  const [name, nonce, { timestamp }] = await Promise.all([
    readContract(client, { ...at, functionName: 'name' }),
    readContract(client, { ...at, functionName: 'nonces', args: [owner] }),
    getBlock(client),
  ])
  const deadline = timestamp + 3_600n
  const domain = { name, version: '1', chainId: client.chain.id, verifyingContract: token }
  const message = { owner, spender, value: amount, nonce, deadline }
  const signed = await signTypedData(client, { account: client.account, domain, types, primaryType: 'Permit', message })
  const { r, s, v, yParity } = parseSignature(signed)
  return { deadline, v: Number(v ?? BigInt(27 + yParity)), r, s }
}

/**
 * The same by a transaction of its own, where a contract takes no permit: back once it is mined. Exactly the amount, which
 * the payment then uses up.
 */
export async function allowExactly(client: SigningClient, { token, spender, amount }: Allowance): Promise<void> {
  const at = { account: client.account, address: token, abi: testUsdAbi } as const
  const allowed = await readContract(client, { ...at, functionName: 'allowance', args: [client.account.address, spender] })
  if (allowed >= amount) return
  const { request } = await simulateContract(client, { ...at, functionName: 'approve', args: [spender, amount] })
  await waitForTransactionReceipt(client, { hash: await writeContract(client, request) })
}
