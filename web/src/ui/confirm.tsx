import { Dialog } from './dialog.tsx'

type Props = { title: string; text: string; yes: string; onYes: () => void; onClose: () => void }

export const Confirm = ({ title, text, yes, onYes, onClose }: Props) => (
  <Dialog
    title={title}
    onClose={onClose}
    footer={
      <>
        <button type="button" className="btn ghost" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="btn danger" onClick={onYes}>
          {yes}
        </button>
      </>
    }
  >
    <p>{text}</p>
  </Dialog>
)
