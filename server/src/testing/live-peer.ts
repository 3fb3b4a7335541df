import ndc from 'node-datachannel'

ndc.initLogger('Fatal', () => {})
const settings = { iceServers: [], disableAutoNegotiation: true, forceMediaTransport: true, mtu: 1280 }
/** Asks a server with an offer and answers its answer. */
export type Exchange = (offer: string) => Promise<string>
export type TestPeer = { sent: () => number; heard: Buffer[]; isOpen: () => boolean; send: (packet: Buffer) => void; close: () => void }

const gathered = (connection: InstanceType<typeof ndc.PeerConnection>): Promise<string> =>
  new Promise((resolve) => {
    const done = () => resolve(connection.localDescription()?.sdp ?? '')
    connection.onGatheringStateChange((state) => state === 'complete' && done())
    if (connection.gatheringState() === 'complete') done()
  })

/** A real WebRTC peer of one VP8 track, as a program for broadcasting is: it sends what it is told to, or hears. */
export async function livePeer(direction: 'SendOnly' | 'RecvOnly', exchange: Exchange): Promise<TestPeer> {
  const connection = new ndc.PeerConnection('test', settings)
  const video = new ndc.Video('0', direction)
  video.addVP8Codec(96)
  if (direction === 'SendOnly') video.addSSRC(12_345, 'test', 'test', 'video')
  const track = connection.addTrack(video)
  const heard: Buffer[] = []
  let sent = 0
  track.onMessage((message) => void heard.push(Buffer.from(message)))
  connection.setLocalDescription('offer')
  try {
    connection.setRemoteDescription(await exchange(await gathered(connection)), 'answer')
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    heard,
    sent: () => sent,
    isOpen: () => track.isOpen(),
    send: (packet) => {
      if (track.sendMessageBinary(packet)) sent += 1
    },
    close: () => connection.close(),
  }
}

/** An RTP packet of VP8 (RFC 7741): the beginning of a frame. */
export function vp8Packet(seq: number, ssrc = 12_345): Buffer {
  const packet = Buffer.alloc(200)
  packet[0] = 0x80
  packet[1] = 96 | 0x80
  packet.writeUInt16BE(seq & 0xffff, 2)
  packet.writeUInt32BE((seq * 3_000) >>> 0, 4)
  packet.writeUInt32BE(ssrc, 8)
  packet[12] = 0x10
  packet.writeUInt32BE(seq, 20)
  return packet
}
