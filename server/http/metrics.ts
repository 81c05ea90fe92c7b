import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof makeMetrics>;

/** Prometheus metrics: requests by route pattern and status, time, load. No label ever carries an id. */
export function makeMetrics(load: { inFlight(): number; shed(): number }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'ustaz_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const time = new Histogram({
    name: 'ustaz_http_request_seconds',
    help: 'Time to answer by route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'ustaz_http_in_flight',
    help: 'Requests being answered now',
    registers: [registry],
    collect() {
      this.set(load.inFlight());
    },
  });
  new Gauge({
    name: 'ustaz_http_shed_requests',
    help: 'Requests turned away since start because too many were in flight',
    registers: [registry],
    collect() {
      this.set(load.shed());
    },
  });
  const labelled = new Map<string, { requests: Counter.Internal; time: Histogram.Internal<'route'> }>();
  /** Finding a counter by its labels costs more than counting: routes and statuses are few. */
  const countersOf = (route: string, status: number) => {
    const key = `${status} ${route}`;
    const known = labelled.get(key) ?? { requests: requests.labels(route, String(status)), time: time.labels(route) };
    labelled.set(key, known);
    return known;
  };
  return {
    observe(route: string, status: number, ms: number): void {
      const counters = countersOf(route, status);
      counters.requests.inc();
      counters.time.observe(ms / 1000);
    },
    text: (): Promise<string> => registry.metrics(),
    contentType: registry.contentType,
  };
}
