// The gas of passes and their market, row by row; every row is one transaction of somebody who did not do it before.
const price = 10n ** 18n
const month = 30n * 86_400n
const ref = BigInt(`0x${'ab'.repeat(32)}`)
const noDeadline = 2n ** 40n
// The chain of a measurement begins here, so that no figure depends on the day (gas.mjs).
export const startS = 1_800_000_000n
const weekS = 604_800n
const mintTypes = 'mintTier(uint256,address,uint256,bytes32)'
const renewTypes = 'renew(uint256,uint256,uint256,bytes32)'
const moveTypes = 'transferFrom(address,address,uint256)'

/** The word of a tier: price96 | duration32 | maxSupply32 | id32 | perks48 | royalty8 | flags8. */
const termsOf = (priceWei, id = 1n) => priceWei | (id << 160n) | (month << 96n) | (100n << 128n) | (3n << 192n) | (50n << 240n)

const uints = (...names) => names.map((name) => ({ name, type: 'uint256' }))
const address = (name) => ({ name, type: 'address' })
const tail = [...uints('price'), address('token'), ...uints('minExpiry', 'deadline', 'nonce', 'counter')]
const types = {
  EIP712Domain: [{ name: 'name', type: 'string' }, { name: 'version', type: 'string' }, ...uints('chainId'), address('verifyingContract')],
  Ask: [address('maker'), address('nft'), ...uints('id', 'tokenNonce'), ...tail],
  Bid: [address('maker'), address('nft'), { name: 'scope', type: 'uint8' }, ...uints('id'), ...tail],
}
const tupleOf = (fields) => `(${fields.map(({ type }) => type).join(',')})`

/** Signs an order with one of anvil's own accounts and answers its words and the encoded signature. */
async function signed(rpc, market, primaryType, order) {
  const domain = { name: 'CoreFans Pass Market', version: '1', chainId: Number(await rpc('eth_chainId')), verifyingContract: market }
  const message = Object.fromEntries(
    Object.entries(order).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  )
  const signature = await rpc('eth_signTypedData_v4', order.maker, { domain, types, primaryType, message })
  return { values: types[primaryType].map(({ name }) => order[name]), bytes: signature.slice(2) }
}

const bytesTail = (bytes) =>
  `tail${(bytes.length / 2).toString(16).padStart(64, '0')}${bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0')}`

/** Buys, sells and lends on a fresh chain; answers gas by row. */
export async function measurePasses({ rpc, accounts, call, word, deploy }) {
  const [owner, creator, other, alice, bob, carol, dave, erin] = accounts
  const gas = {}
  const market = await deploy(owner, 'PassMarket', owner, owner)
  const factory = await deploy(owner, 'PassFactory', owner, owner, market.address)
  const onFactory = call('PassFactory', factory.address)
  gas['create collection'] = await onFactory(creator, 'createCollection()', [])
  gas['create collection with tier'] = await onFactory(other, 'createWithTier(uint256)', [termsOf(price)])
  const pass = `0x${(await word('PassFactory', factory.address, 'collectionOf(address)', creator)).slice(26)}`
  const onPass = call('AccessPass', pass)
  const setTier = (terms, token = 0n) => onPass(creator, 'setTier(uint256,address)', [terms, token])
  const mint = (fan, tier = 1n, value = price) => onPass(fan, mintTypes, [tier, fan, price, ref], value)
  gas['set tier, new'] = await setTier(termsOf(price))
  await mint(alice)
  gas['buy, new fan'] = await mint(bob)
  gas['buy, existing holder'] = await mint(bob)
  const id = (1n << 32n) | 2n
  gas.renew = await onPass(bob, renewTypes, [id, 1n, price, ref], price)
  gas['transfer to new holder'] = await onPass(bob, moveTypes, [bob, carol, id])
  gas['set tier, change price'] = await setTier(termsOf(price * 2n))
  await setTier(termsOf(price))
  gas['lend to a friend, first'] = await onPass(carol, 'setUser(uint256,address,uint64)', [id, dave, startS + weekS])
  gas['withdraw, first'] = await onPass(creator, 'withdraw(address)', [0n])

  const coin = (await deploy(owner, 'Coin')).address
  const onCoin = call('Coin', coin)
  for (const fan of [alice, bob]) {
    await onCoin(owner, 'give(address,uint256)', [fan, 100n * price])
    await onCoin(fan, 'approve(address,uint256)', [pass, 50n * price])
    await onCoin(fan, 'approve(address,uint256)', [market.address, 50n * price])
  }
  await setTier(termsOf(price, 2n) | (16n << 248n), coin)
  await mint(alice, 2n, 0n)
  await mint(alice, 2n, 0n)
  gas['buy for ERC-20, existing holder'] = await mint(alice, 2n, 0n)

  const onMarket = call('PassMarket', market.address)
  const live = { nft: pass, price, token: `0x${'0'.repeat(40)}`, minExpiry: 0n, deadline: noDeadline, nonce: 0n, counter: 0n }
  const buyTypes = `buyListed(${tupleOf(types.Ask)},bytes)`
  const fill = async (buyer, order, value = order.price) => {
    const { values, bytes } = await signed(rpc, market.address, 'Ask', { ...live, tokenNonce: 0n, ...order })
    return onMarket(buyer, buyTypes, [...values, 0x160n, bytesTail(bytes)], value)
  }
  // The first sale ever also writes the guard's slot; no later one does.
  await mint(dave)
  await fill(erin, { maker: dave, id: (1n << 32n) | 4n, price })
  await mint(dave)
  await mint(dave)
  gas['buy listed, new holder'] = await fill(accounts[8], { maker: dave, id: (1n << 32n) | 5n, price })
  gas['buy listed, last pass of its seller'] = await fill(accounts[8], { maker: dave, id: (1n << 32n) | 6n, price })
  gas['buy listed for ERC-20, first of that coin'] = await fill(bob, { maker: alice, id: (2n << 32n) | 1n, price, token: coin }, 0n)
  gas['buy listed for ERC-20'] = await fill(bob, { maker: alice, id: (2n << 32n) | 2n, price, token: coin }, 0n)
  gas['deposit for offers, first'] = await onMarket(carol, 'depositForOffers()', [], 5n * price)
  const bid = { ...live, maker: carol, scope: 1n, id: 1n }
  const { values, bytes } = await signed(rpc, market.address, 'Bid', bid)
  const acceptTypes = `acceptBid(${tupleOf(types.Bid)},bytes,uint256)`
  gas['accept a tier offer'] = await onMarket(bob, acceptTypes, [...values, 0x180n, (1n << 32n) | 3n, bytesTail(bytes)])
  gas['cancel orders, first'] = await onMarket(bob, 'cancel(uint256,uint256)', [0n, 6n])
  const stubborn = await deploy(owner, 'Refuser', factory.address)
  const theirs = `0x${(await word('PassFactory', factory.address, 'collectionOf(address)', stubborn.address)).slice(26)}`
  await call('AccessPass', theirs)(alice, mintTypes, [1n, alice, price, ref], price)
  gas['buy listed, royalty refused and credited'] = await fill(accounts[9], { maker: alice, nft: theirs, id: (1n << 32n) | 1n, price })
  gas['deploy factory and pass code'] = factory.gas
  gas['deploy market'] = market.gas
  return gas
}
