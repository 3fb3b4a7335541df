import { PeopleSearch, Promoted, Suggestions } from '../features/discover/index.ts'
import { LegalLinks } from '../features/legal/index.ts'

/** `isQuiet`: without what somebody paid or hopes to be shown. */
export const RailContent = ({ isQuiet }: { isQuiet: boolean }) => (
  <div className="app-rail-in">
    <PeopleSearch />
    {!isQuiet && (
      <>
        <Promoted />
        <Suggestions />
      </>
    )}
    <LegalLinks />
  </div>
)
