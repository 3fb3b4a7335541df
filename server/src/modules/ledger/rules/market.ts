import { passMarketAbi } from '@corefans/chain/abi/pass-market.ts'
import { fillsBid, SALE_FLAGS } from '@corefans/chain/sale-flags.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { coin, native, offers, owed, passAsset, platform, wallet } from './accounts.ts'
import { flow } from './flow.ts'
import type { BookLog, Meaning, Reading } from './types.ts'

const decode = decoderOf(passMarketAbi)

/** Resales, money set aside for offers, and payouts of the market. */
export const readMarket: Reading = (log) => {
  const event = decode(log)
  switch (event?.eventName) {
    case 'Sale':
      return sale(log, event.args)
    case 'OfferFundsAdded': {
      const { account, payer, amountWei } = event.args
      return flow('offer-funds', {
        asset: native,
        from: [wallet(payer), 'set-aside'],
        to: [[offers(log.address, account), amountWei, 'set-aside']],
      })
    }
    case 'OfferFundsTaken': {
      const { account, amountWei } = event.args
      return flow('offer-funds', {
        asset: native,
        from: [offers(log.address, account), 'taken-back'],
        to: [[wallet(account), amountWei, 'taken-back']],
      })
    }
    case 'SaleCreditClaimed': {
      const { account, token, to, amount } = event.args
      return flow('payout', { asset: coin(token), from: [owed(log.address, account), 'withdrawn'], to: [[wallet(to), amount, 'payout']] })
    }
    case 'MarketFeesWithdrawn': {
      const { to, token, amount } = event.args
      return flow('payout', { asset: coin(token), from: [platform(log.address), 'withdrawn'], to: [[wallet(to), amount, 'payout']] })
    }
    default:
      return null
  }
}

type Sale = {
  nft: string
  seller: string
  buyer: string
  id: bigint
  token: string
  price: bigint
  fee: bigint
  royaltyTo: string
  royalty: bigint
  flags: bigint
  order: string
}

function sale({ address }: BookLog, args: Sale): Meaning {
  const { buyer, seller, royaltyTo, price, fee, royalty, flags } = args
  const asset = coin(args.token)
  const setAside = fillsBid(flags) && asset === native
  const paidTo = (whom: string, credited: bigint) => ((flags & credited) === 0n ? wallet(whom) : owed(address, whom))
  return flow('resale', {
    asset,
    from: [setAside ? offers(address, buyer) : wallet(buyer), 'price'],
    to: [
      [paidTo(seller, SALE_FLAGS.sellerCredited), price - fee - royalty, 'proceeds'],
      [paidTo(royaltyTo, SALE_FLAGS.royaltyCredited), royalty, 'royalty'],
      [platform(address), fee, 'fee'],
    ],
    subject: passAsset(args.nft, args.id),
    ref: args.order,
  })
}
