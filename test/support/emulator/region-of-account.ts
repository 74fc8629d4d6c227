import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  type GrantListEntry,
  type KeyMetadata,
} from "@aws-sdk/client-kms";
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  CreateDBSnapshotCommand,
  CreateDBSubnetGroupCommand,
  DescribeDBClustersCommand,
  DescribeDBInstanceAutomatedBackupsCommand,
  DescribeDBInstancesCommand,
  DescribeGlobalClustersCommand,
  RDSClient,
  type DBCluster,
  type DBInstance,
  type DBInstanceAutomatedBackup,
  type GlobalCluster,
} from "@aws-sdk/client-rds";

/** A key as its own Region's API describes it. */
export interface LiveKey {
  readonly metadata: KeyMetadata;
  readonly policy: unknown;
  readonly tags: Readonly<Record<string, string>>;
  /** Names with `alias/`, sorted. */
  readonly aliases: readonly string[];
  readonly grants: readonly GrantListEntry[];
  /** Days; undefined when the key is not rotated. */
  readonly rotationPeriod: number | undefined;
}

/** A cluster or an instance. */
export interface LiveMember {
  readonly identifier: string;
  readonly encrypted: boolean;
  readonly keyArn: string | undefined;
}

/** What every client of the SDK is made with. */
export interface ClientSettings {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const OWNER = { MasterUsername: "dbadmin", MasterUserPassword: "not-a-Secret-0", StorageEncrypted: true };
const POSTGRES_CLUSTER = { Engine: "aurora-postgresql", EngineVersion: "16.6" };
const POSTGRES_INSTANCE = { Engine: "postgres", AllocatedStorage: 100, DBInstanceClass: "db.m6g.large" };

/** Reads what is in one Region of the account, through the AWS API. */
export class RegionOfAccount {
  private readonly kms: KMSClient;
  private readonly rds: RDSClient;
  private readonly ec2: EC2Client;

  private readonly region: string;

  constructor(settings: ClientSettings) {
    this.region = settings.region;
    this.kms = new KMSClient(settings);
    this.rds = new RDSClient(settings);
    this.ec2 = new EC2Client(settings);
  }

  /** Subnets of the Region's default network. */
  async subnetIds(): Promise<readonly string[]> {
    const { Subnets = [] } = await this.ec2.send(new DescribeSubnetsCommand({}));
    return Subnets.flatMap(({ SubnetId }) => SubnetId ?? []);
  }

  /** A subnet group, which specs take for granted. */
  async createSubnetGroup(name: string): Promise<void> {
    await this.rds.send(
      new CreateDBSubnetGroupCommand({
        DBSubnetGroupName: name,
        DBSubnetGroupDescription: "There before the deployment",
        SubnetIds: [...(await this.subnetIds())],
      }),
    );
  }

  /** A key that is there before the deployment, by its ARN. */
  async createKey(policy: object): Promise<string> {
    const { KeyMetadata } = await this.kms.send(new CreateKeyCommand({ Policy: JSON.stringify(policy) }));
    if (KeyMetadata?.Arn === undefined) throw new Error(`no key was created in ${this.region}`);
    return KeyMetadata.Arn;
  }

  /** A cluster that is there before the deployment. */
  async createCluster(identifier: string): Promise<void> {
    await this.rds.send(
      new CreateDBClusterCommand({ ...OWNER, ...POSTGRES_CLUSTER, DBClusterIdentifier: identifier }),
    );
  }

  /** A snapshot that is there before the deployment, of an instance that is there too. */
  async createSnapshot(name: string): Promise<void> {
    const DBInstanceIdentifier = `source-of-${name}`;
    await this.rds.send(
      new CreateDBInstanceCommand({ ...OWNER, ...POSTGRES_INSTANCE, DBInstanceIdentifier }),
    );
    await this.rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier, DBSnapshotIdentifier: name }));
  }

  /** Customer managed keys, those that wait for their deletion too. */
  async keys(): Promise<readonly LiveKey[]> {
    const { Keys = [] } = await this.kms.send(new ListKeysCommand({}));
    const keys = await Promise.all(Keys.map(({ KeyId }) => this.key(KeyId ?? "")));
    return keys.filter(({ metadata }) => metadata.KeyManager === "CUSTOMER");
  }

  /** The key that an alias, an ID or an ARN names. */
  async key(name: string): Promise<LiveKey> {
    const { KeyMetadata: metadata } = await this.kms.send(new DescribeKeyCommand({ KeyId: name }));
    if (metadata === undefined) throw new Error(`there is no key ${name} in ${this.region}`);
    const KeyId = metadata.KeyId;
    const [{ Policy = "{}" }, { Tags = [] }, { Aliases = [] }, { Grants = [] }, rotation] = await Promise.all(
      [
        this.kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" })),
        this.kms.send(new ListResourceTagsCommand({ KeyId })),
        this.kms.send(new ListAliasesCommand({ KeyId })),
        this.kms.send(new ListGrantsCommand({ KeyId })),
        this.kms.send(new GetKeyRotationStatusCommand({ KeyId })),
      ],
    );
    return {
      metadata,
      policy: JSON.parse(Policy) as unknown,
      tags: Object.fromEntries(Tags.map(({ TagKey = "", TagValue = "" }) => [TagKey, TagValue])),
      aliases: Aliases.flatMap(({ AliasName }) => AliasName ?? []).sort(),
      grants: Grants,
      rotationPeriod: rotation.KeyRotationEnabled === true ? rotation.RotationPeriodInDays : undefined,
    };
  }

  async clusters(): Promise<readonly DBCluster[]> {
    return (await this.rds.send(new DescribeDBClustersCommand({}))).DBClusters ?? [];
  }

  async instances(): Promise<readonly DBInstance[]> {
    return (await this.rds.send(new DescribeDBInstancesCommand({}))).DBInstances ?? [];
  }

  /** Everything here that holds data of a database: clusters, and instances. */
  async members(): Promise<readonly LiveMember[]> {
    const clusters = (await this.clusters()).map(({ DBClusterIdentifier: name = "", ...cluster }) => ({
      ...cluster,
      name,
    }));
    const instances = (await this.instances()).map(({ DBInstanceIdentifier: name = "", ...instance }) => ({
      ...instance,
      name,
    }));
    return [...clusters, ...instances].map(({ name, StorageEncrypted, KmsKeyId }) => ({
      identifier: name,
      encrypted: StorageEncrypted ?? false,
      keyArn: KmsKeyId,
    }));
  }

  /** Automated backups that other Regions replicate to this one. */
  async replicatedBackups(): Promise<readonly DBInstanceAutomatedBackup[]> {
    const answer = await this.rds.send(new DescribeDBInstanceAutomatedBackupsCommand({}));
    return answer.DBInstanceAutomatedBackups ?? [];
  }

  async globalClusters(): Promise<readonly GlobalCluster[]> {
    return (await this.rds.send(new DescribeGlobalClustersCommand({}))).GlobalClusters ?? [];
  }
}

/** Days from now to a date, rounded. */
export function daysUntil(date: Date | undefined): number {
  return Math.round(((date?.getTime() ?? 0) - Date.now()) / 86_400_000);
}
