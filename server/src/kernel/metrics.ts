import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Config } from './config.ts'
import { http } from './problems.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export type Gauges = Record<string, { help: string; value: () => number | Promise<number> }>

/** GET /metrics for Prometheus: to loopback, or to whoever brings METRICS_TOKEN. */
export function measure(app: FastifyInstance, config: Config, gauges: Gauges): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'corefans_' })
  const requests = new Histogram({
    name: 'corefans_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.01, 0.05, 0.25, 1, 5],
    registers: [registry],
  })
  for (const [name, { help, value }] of Object.entries(gauges)) {
    new Gauge({
      name: `corefans_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set(await value())
      },
    })
  }
  app.addHook('onResponse', (req, reply, done) => {
    requests.observe({ route: `${req.method} ${req.routeOptions.url ?? '-'}`, status: reply.statusCode }, reply.elapsedTime / 1_000)
    done()
  })
  app.get('/metrics', async (req, reply) => {
    const bearer = req.headers.authorization?.replace(/^Bearer /, '')
    const allowed = config.metricsToken
      ? bearer === config.metricsToken
      : loopback.has(req.socket.remoteAddress ?? '') && !req.headers['x-forwarded-for']
    if (!allowed) throw http['not-allowed']()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
