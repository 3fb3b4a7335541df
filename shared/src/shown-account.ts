/** The header by which a page says whose it is: the id of the account that it shows, or `nobodyShown` for a visitor's. */
export const shownAccountHeader = 'x-shown-account'
/** The header by which an answer says whose the browser's cookie is from now on. */
export const cookieAccountHeader = 'x-cookie-account'
/** Whose page a visitor's is. */
export const nobodyShown = 'nobody'
