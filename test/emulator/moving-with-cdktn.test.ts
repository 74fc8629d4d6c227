import { installCdktnCli } from "../support/emulator/cdktf-cli";
import { describeMoveToCdktf, describeMoveToTerraform } from "../support/emulator/moves";

describeMoveToTerraform("cdktn", installCdktnCli);
describeMoveToCdktf("cdktn", installCdktnCli);
