import type { ReactNode } from 'react'

/** What to know before going on. `isNew` reads it aloud: it came while the page was open. */
export const Notice = ({ isNew = false, children }: { isNew?: boolean; children: ReactNode }) => (
  <div className="notice" role={isNew ? 'alert' : undefined}>
    {children}
  </div>
)

/** Why a form was not taken, below its fields; silent while there is nothing to say. */
export const FormError = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="form-err">
    {children}
  </p>
)
