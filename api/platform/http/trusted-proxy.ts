import { BlockList, isIP } from 'node:net'

const LOOPBACK = ['127.0.0.0/8', '::1/128']
/** Where a proxy may be, but the people of an office too. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/**
 * KOMSU_TRUST_PROXY: addresses, networks, `loopback`, `linklocal`, `uniquelocal`, separated by commas. Answers whether an
 * address may say by X-Forwarded-… for whom it asks; `hop` 0 is the one we are connected to, 1 the one it names, …
 *
 * A private network is believed only next to us: an officer's desk has a private address too, and whoever sits there
 * could otherwise name any address as theirs and be counted as somebody else at every sign-in.
 * @throws naming the part that is none of these
 */
export function trustedProxy(text: string | undefined): false | ((address: string, hop: number) => boolean) {
  if (!text) return false
  const names = text.split(',').map(one => one.trim())
  const anywhere = listOf(names.flatMap(name => (name === 'loopback' ? LOOPBACK : NEAR[name] ? [] : [name])))
  const besideUs = listOf(names.flatMap(name => NEAR[name] ?? []))
  return (address, hop) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(plain) === 0) return false // what stands in the header may be anything
    return anywhere.check(plain, family) || (hop === 0 && besideUs.check(plain, family))
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits, ...rest] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const width = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (isIP(address) === 0 || rest.length > 0 || !(width >= 1 && width <= most))
      throw new Error(`KOMSU_TRUST_PROXY: "${network}" is no address, network, loopback, linklocal or uniquelocal`)
    list.addSubnet(address, width, family)
  }
  return list
}
