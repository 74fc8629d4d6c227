import { cdktfCli } from "../support/emulator/cdktf-cli";
import { describeMoveToCdktf, describeMoveToTerraform } from "../support/emulator/moves";

describeMoveToTerraform("cdktf", cdktfCli);
describeMoveToCdktf("cdktf", cdktfCli);
