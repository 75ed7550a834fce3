<#
Fails when a server of a vault has no recovery point of the last hours, or is not protected: what alerts on failed backup
jobs cannot see is a job that never began.
#>
param(
    # Resource id of the Recovery Services vault.
    [Parameter(Mandatory)] [ValidatePattern('^/subscriptions/.+/vaults/[^/]+$')] [string] $VaultId,
    # Hours after which a recovery point is too old: more than lie between two backups and the time that one takes.
    [ValidateRange(1, 8760)] [int] $MaxAgeHours = 30,
    # Azure cloud, by its name in PowerShell.
    [string] $Environment = 'AzureCloud'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$apiVersion = '2024-04-01'

Disable-AzContextAutosave -Scope Process | Out-Null
Connect-AzAccount -Identity -Environment $Environment | Out-Null

$path = $VaultId + '/backupProtectedItems?api-version=' + $apiVersion + '&$filter=' + "backupManagementType eq 'AzureIaasVM'"
$items = @(
    while ($path) {
        $response = Invoke-AzRestMethod -Method GET -Path $path
        if ($response.StatusCode -ne 200) { throw "GET $path answered $($response.StatusCode): $($response.Content)" }
        $page = $response.Content | ConvertFrom-Json -AsHashtable
        $page.value
        $path = if ($page['nextLink']) { ([Uri] $page['nextLink']).PathAndQuery } else { $null }
    }
)
if (-not $items) { throw 'The vault protects no server.' }

$oldest = [DateTime]::UtcNow.AddHours(-$MaxAgeHours)
$report = foreach ($item in $items) {
    $properties = $item.properties
    $time = $properties['lastRecoveryPoint']
    $last = $time ? ([DateTime] $time).ToUniversalTime() : $null
    [PSCustomObject]@{
        Server            = $properties.friendlyName
        State             = $properties['protectionState']
        LastRecoveryPoint = $last ? $last.ToString('u') : 'none'
        Stale             = $properties['protectionState'] -ne 'Protected' -or $null -eq $last -or $last -lt $oldest
    }
}
Write-Output ($report | Sort-Object Server | Format-Table -AutoSize | Out-String)

$stale = @($report | Where-Object Stale)
if ($stale) { throw "No recovery point of the last $MaxAgeHours hours: $($stale.Server -join ', ')." }
Write-Output "Each of $($items.Count) servers has a recovery point of the last $MaxAgeHours hours."
