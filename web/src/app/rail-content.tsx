import { PeopleSearch, Promoted, Suggestions } from '../features/discover/index.ts'
import { LegalLinks } from '../features/legal/index.ts'

export const RailContent = () => (
  <div className="app-rail-in">
    <PeopleSearch />
    <Promoted />
    <Suggestions />
    <LegalLinks />
  </div>
)
