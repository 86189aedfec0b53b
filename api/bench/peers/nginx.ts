import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../platform/testing/native-cluster.ts'
import type { Endings } from '../endings.ts'
import { findProgram, startServer, untilListening } from '../processes.ts'

/** nginx as a peer: files from disk on one port, MapServer behind it on another. */
export type Nginx = Readonly<{ filesPort: number; filesFolder: string; mapServerPort: number }>

/**
 * Starts nginx on free loopback ports with a folder of its own; undefined when it is not installed.
 * @param mapServers ports of FastCGI processes; none: no port for them answers
 */
export async function startNginx(endings: Endings, mapServers: readonly number[]): Promise<Nginx | undefined> {
  const program = findProgram('nginx')
  if (!program) return undefined
  const home = mkdtempSync(join(tmpdir(), 'komsu-nginx-'))
  endings.add(() => rmSync(home, { recursive: true, force: true }))
  const nginx = { filesPort: await freePort(), filesFolder: join(home, 'files'), mapServerPort: await freePort() }
  mkdirSync(nginx.filesFolder)
  writeFileSync(join(home, 'nginx.conf'), configuration(home, nginx, mapServers))
  const child = startServer(endings, {
    what: 'nginx',
    program,
    args: ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'],
  })
  await untilListening(nginx.filesPort, { what: 'nginx', child })
  return nginx
}

function configuration(home: string, nginx: Nginx, mapServers: readonly number[]): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(of => `${of}_temp_path ${home}/temp;`).join(' ')
  return `daemon off; worker_processes auto; pid ${home}/pid; error_log stderr warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; multi_accept on; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; ${temp}
  open_file_cache max=50000 inactive=60m; open_file_cache_valid 60m;
  types { application/vnd.mapbox-vector-tile mvt; }
  server {
    listen 127.0.0.1:${nginx.filesPort}; root ${nginx.filesFolder};
    add_header Cache-Control "public, max-age=31536000, immutable";
    location /gzip/ { add_header Content-Encoding gzip; }
    location /br/ { add_header Content-Encoding br; }
  }
  ${mapServers.length > 0 ? mapServerBlock(nginx.mapServerPort, mapServers) : ''}
}
`
}

// Not compressed: the loopback is free and MapServer is spared the work the API does in its cold case. No connections
// kept to MapServer: each of its processes serves one, so an idle one would keep others waiting (60 s stalls were seen).
function mapServerBlock(port: number, mapServers: readonly number[]): string {
  const parameters = ['QUERY_STRING', 'REQUEST_METHOD', 'CONTENT_TYPE', 'CONTENT_LENGTH', 'SERVER_NAME']
  return `upstream mapserver { zone mapserver 64k; least_conn; ${mapServers.map(one => `server 127.0.0.1:${one};`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      fastcgi_pass mapserver; fastcgi_buffers 64 64k; fastcgi_buffer_size 64k;
      ${parameters.map(name => `fastcgi_param ${name} $${name.toLowerCase()};`).join(' ')}
    }
  }`
}
