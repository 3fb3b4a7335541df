import { Link } from '../../ui/link.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { WalletHeader } from '../wallet/index.ts'
import { MyMarket } from './my-market.tsx'

/** What I sell and bid for. */
export const MyMarketPage = () => (
  <>
    <WalletHeader now="market" />
    <NeedsAccount why="to see your listings and offers">
      <p className="pad">
        <Link to="/market" className="link">
          Browse the market
        </Link>
      </p>
      <MyMarket />
    </NeedsAccount>
  </>
)
