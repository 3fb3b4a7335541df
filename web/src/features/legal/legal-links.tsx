import { Link } from '../../ui/link.tsx'

export const LegalLinks = () => (
  <nav className="legal-links" aria-label="Legal">
    <Link to="/legal/$doc" params={{ doc: 'about' }}>
      About
    </Link>
    <Link to="/legal/$doc" params={{ doc: 'terms' }}>
      Terms
    </Link>
    <Link to="/legal/$doc" params={{ doc: 'privacy' }}>
      Privacy
    </Link>
  </nav>
)
