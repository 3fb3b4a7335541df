import { market as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { coverAsker } from './cover.ts'
import { listPass } from './list-pass.ts'
import { askAndOffer, declineOffer } from './make-offer.ts'
import { listListings, listOffers, listSales, readListing, readMyMarket, readPassPage, readStats } from './read.ts'

export function routes({ mount, chain }: Host): void {
  const askCover = coverAsker(chain)
  mount.query(contracts.listListings, listListings(chain))
  mount.query(contracts.readListing, readListing(chain))
  mount.command(contracts.createListing, listPass(chain))
  mount.longCommand(contracts.createOffer, askAndOffer(chain, askCover))
  mount.command(contracts.declineOffer, declineOffer(chain))
  mount.query(contracts.listOffers, listOffers(chain))
  mount.query(contracts.readPassPage, readPassPage(chain))
  mount.query(contracts.readStats, readStats(chain))
  mount.query(contracts.listSales, listSales(chain))
  mount.query(contracts.readMyMarket, readMyMarket(chain, askCover))
}
