import { market as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { coverAsker } from './cover.ts'
import { listPass } from './list-pass.ts'
import { askAndOffer, declineOffer } from './make-offer.ts'
import { listListings, listOffers, listSales, readListing, readMyMarket, readPassPage, readStats } from './read.ts'

export function routes({ mount, chain }: Host): void {
  const askCover = coverAsker(chain)
  mount.query(contracts.listListings, listListings)
  mount.query(contracts.readListing, readListing)
  mount.command(contracts.createListing, listPass)
  mount.longCommand(contracts.createOffer, askAndOffer(askCover))
  mount.command(contracts.declineOffer, declineOffer)
  mount.query(contracts.listOffers, listOffers)
  mount.query(contracts.readPassPage, readPassPage)
  mount.query(contracts.readStats, readStats)
  mount.query(contracts.listSales, listSales)
  mount.query(contracts.readMyMarket, readMyMarket(askCover))
}
