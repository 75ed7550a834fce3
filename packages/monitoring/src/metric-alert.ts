import { type IResourceGroup } from '@iris-azure/foundation';
import { MonitorMetricAlert } from '@cdktf/provider-azurerm/lib/monitor-metric-alert';
import { Construct } from 'constructs';
import { type IActionGroup } from './action-group';

/** A span that Azure Monitor offers. */
export type AlertSpan = 'PT1M' | 'PT5M' | 'PT15M' | 'PT30M' | 'PT1H';

/**
 * How bad it is: 0 users cannot work, 1 redundancy or protection is gone, 2 it will soon hurt, 3 to know, 4 to look up.
 */
export type AlertSeverity = 0 | 1 | 2 | 3 | 4;

/** When a metric is out of order. */
export interface MetricCondition {
  /** Azure's name of the metric. */
  readonly metric: string;
  /** How the values of the window are taken together. */
  readonly aggregation: 'Average' | 'Minimum' | 'Maximum' | 'Total' | 'Count';
  /** How the result compares with the threshold. */
  readonly operator: 'LessThan' | 'LessThanOrEqual' | 'GreaterThan' | 'GreaterThanOrEqual';
  /** Value from which or beyond which it is out of order, in the metric's unit. */
  readonly threshold: number;
  /** Values of dimensions that are looked at, each for itself; `*` is every value. @default all together */
  readonly dimensions?: readonly MetricDimension[];
}

/** What of a metric is looked at. */
export interface MetricDimension {
  /** Azure's name of the dimension. */
  readonly name: string;
  /** Whether the values are those that count, or those that do not. @default Include */
  readonly operator?: 'Include' | 'Exclude';
  /** Values of the dimension. */
  readonly values: readonly string[];
}

/** One alert of a type of resource: when it is raised, and what to do then. */
export interface MetricAlertSpec {
  /** Construct id, which never changes. */
  readonly id: string;
  /** Last part of the alert's name. */
  readonly name: string;
  /** How bad it is. */
  readonly severity: AlertSeverity;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do. */
  readonly whatToDo: string;
  /** Azure's name of the type of resource that has the metric. */
  readonly namespace: string;
  /** When it is raised. */
  readonly condition: MetricCondition;
  /** Span of which values are taken together. @default PT5M */
  readonly window?: AlertSpan;
  /** How often that is done. @default PT1M */
  readonly frequency?: AlertSpan;
  /**
   * Whether it tells something only in the region that serves users: before a promotion, the other region's members all fail
   * their probe, as they must.
   *
   * @default false
   */
  readonly whereServing?: boolean;
}

/** Properties of {@link MetricAlert}. */
export interface MetricAlertProps {
  /** Resource group of the alert. */
  readonly resourceGroup: IResourceGroup;
  /** Azure's name of the alert, unique in its group. */
  readonly name: string;
  /** What is watched for. */
  readonly spec: MetricAlertSpec;
  /** Resource ids of what is watched: one, or machines of one region. */
  readonly resourceIds: readonly string[];
  /** Azure's name of the region of the machines. @default one resource is watched, wherever it is */
  readonly location?: string;
  /** Who is told. */
  readonly actionGroup: IActionGroup;
  /** Whether the region serves users. @default true */
  readonly serving?: boolean;
}

/**
 * Alert on a metric of the platform, which resolves itself when the metric is in order again.
 *
 * An alert that tells something only where users are served is made in the other region too, but is off there; whoever
 * promotes that region turns it on by command, and later deployments leave that alone.
 */
export class MetricAlert extends Construct {
  public constructor(scope: Construct, id: string, props: MetricAlertProps) {
    super(scope, id);
    const { resourceGroup, spec, serving = true } = props;
    const { metric, aggregation, operator, threshold, dimensions = [] } = spec.condition;
    new MonitorMetricAlert(this, 'Resource', {
      name: props.name,
      resourceGroupName: resourceGroup.name,
      description: `${spec.meaning} ${spec.whatToDo}`,
      scopes: [...props.resourceIds],
      targetResourceType: props.location && spec.namespace,
      targetResourceLocation: props.location,
      severity: spec.severity,
      enabled: serving || !spec.whereServing,
      autoMitigate: true,
      frequency: spec.frequency ?? 'PT1M',
      windowSize: spec.window ?? 'PT5M',
      criteria: [
        {
          metricNamespace: spec.namespace,
          metricName: metric,
          aggregation,
          operator,
          threshold,
          dimension: dimensions.map(({ name, operator: which = 'Include', values }) => ({
            name,
            operator: which,
            values: [...values],
          })),
        },
      ],
      action: [{ actionGroupId: props.actionGroup.id }],
      tags: resourceGroup.tags(),
      lifecycle: spec.whereServing ? { ignoreChanges: ['enabled'] } : undefined,
    });
  }
}
