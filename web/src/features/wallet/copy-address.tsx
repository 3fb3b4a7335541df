import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.ts'
import { shortAddress } from './short-address.ts'

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast('Address copied')
  } catch {
    toast(text)
  }
}

/** An address, short to read and whole when copied. */
export const CopyAddress = ({ address, label }: { address: string; label?: string }) => (
  <button
    type="button"
    className="wallet-address num"
    title={address}
    aria-label={`Copy address ${address}`}
    onClick={() => void copy(address)}
  >
    {label && <span className="muted">{label}</span>}
    <b>{shortAddress(address)}</b>
    <Icon name="link" size="xs" />
  </button>
)
