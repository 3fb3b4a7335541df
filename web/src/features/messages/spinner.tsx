export const Spinner = () => <span className="spinner" role="status" aria-label="Loading" />
