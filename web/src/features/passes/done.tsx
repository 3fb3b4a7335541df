/** The one thing left to do in a dialog that has done its work. */
export const Done = ({ onClose }: { onClose: () => void }) => (
  <button type="button" className="btn pri" onClick={onClose}>
    Done
  </button>
)
